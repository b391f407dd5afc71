"""The host's face: talks taken down in the client's own words, and the promises made in them."""
