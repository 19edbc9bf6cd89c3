"""Citations: what each form says, and that it reads back."""
