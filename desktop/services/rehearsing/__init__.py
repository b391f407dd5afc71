"""彩排: an event tried out with invented guests on a database that is thrown away."""
