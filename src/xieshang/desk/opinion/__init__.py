"""Opinion reports at the desk: writing, editing, the tiers they go up, and the issues they fill."""
