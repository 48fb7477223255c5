/** The network of a client: an IPv4 address, or the /64 that one IPv6 household or machine has to itself. */
export function networkOf(address: string | undefined): string {
  if (!address) return "unknown";
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  const rest = tail.split(":").filter(Boolean);
  if (address.includes("::")) while (groups.length + rest.length < 8) groups.push("0");
  return `${[...groups, ...rest]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

/** A network as its own user is shown it: near enough to recognize, and no exact address. */
export function coarseNetwork(network: string | null): string | null {
  const [, v4] = /^(\d+\.\d+\.\d+)\.\d+$/.exec(network ?? "") ?? [];
  if (v4) return `${v4}.0/24`;
  const [, v6] = /^([\da-f]+:[\da-f]+:[\da-f]+):[\da-f]+::\/64$/.exec(network ?? "") ?? [];
  return v6 ? `${v6}::/48` : null;
}
