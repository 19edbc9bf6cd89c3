/**
 * Put text on the clipboard.
 * @returns {Promise<boolean>} False where the browser does not let a page do that, as outside https.
 */
export async function isCopied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
