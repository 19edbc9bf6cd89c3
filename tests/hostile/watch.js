// Runs ahead of every page and frame: notes what a payload gets done.
{
  const note = (what) => (top.__fired ??= []).push(String(what));
  window.__canary = note;
  for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => note(name);
}
