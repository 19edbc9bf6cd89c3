"""What the pages share on the screen: filters, answers, evidence, downloads, states. The only shared Streamlit code."""
