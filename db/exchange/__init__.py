"""What travels between databases: blocks of rows, the merge rule, and the signed, encrypted package around them."""
