"""HTTP routes beside the app; they know nothing of Streamlit."""
