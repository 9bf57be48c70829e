"""The History dock: the steps of a project, what each changed, and the way back."""
