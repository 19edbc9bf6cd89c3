"""Article text in, proposed statement records out: `desk.proposals.propose`. No Streamlit and no network."""
