/** `token=…`, a part of the address behind `#`, which no browser sends to a server. */
const TOKEN = /^token=(.+)$/;

/** Takes the server's token out of the address; from then on it is in memory only. */
export function takeToken(): string | null {
	let token: string | null = null;
	const others: string[] = [];
	for (const part of location.hash.slice(1).split("&")) {
		const [, found] = TOKEN.exec(part) ?? [];
		if (found === undefined) others.push(part);
		else token = decodeURIComponent(found);
	}
	if (token !== null) history.replaceState(null, "", `#${others.join("&")}`);
	return token;
}
