"""Projects and campaigns on the desk."""
