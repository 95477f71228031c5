// The token by which a form of this site is known for its own; a new session has a new one.
export const TOKEN = "csrfmiddlewaretoken";

export const tokenOf = (page) => page.querySelector(`[name=${TOKEN}]`)?.value;

export const read = async (address, more = {}) => {
  const answer = await fetch(address, { cache: "no-store", ...more });
  if (answer.type === "opaqueredirect") return null; // signed out
  return new DOMParser().parseFromString(await answer.text(), "text/html");
};
