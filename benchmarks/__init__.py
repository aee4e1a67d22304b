"""Quality and speed, measured on the labelled sets beside the project."""
