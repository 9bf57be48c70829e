"""What an investigation is made of: records, scales and link types. No file, window or clock."""
