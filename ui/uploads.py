"""Which files that readers brought does the app hold in memory?"""

from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager


def held() -> dict[str, list[int]]:
    """Give the bytes of each file, by the session that brought it."""
    manager = Runtime.instance().uploaded_file_mgr if Runtime.exists() else None
    if not isinstance(manager, MemoryUploadedFileManager):
        return {}
    return {
        session: [len(file.data) for file in [*files.values()]] for session, files in [*manager.file_storage.items()]
    }
