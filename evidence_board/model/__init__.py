"""What an investigation is made of: records, scales and link types, without storage, window or clock."""
