/** A browser's cookies, as far as the tests need them: a fetch that keeps them for requests with credentials. */
export function createJar(): typeof fetch {
  const cookies = new Map<string, string>();
  return async (input, init) => {
    if (init?.credentials !== "include") return fetch(input, init);
    const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(init.headers as Record<string, string>), ...(Cookie && { Cookie }) };
    const response = await fetch(input, { ...init, headers });
    for (const set of response.headers.getSetCookie()) {
      const [name = "", value = ""] = set.split(";")[0]!.split("=");
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    return response;
  };
}
