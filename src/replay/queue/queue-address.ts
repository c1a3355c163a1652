/** Where the queue's Redis is. */
export interface QueueAddress {
	readonly host: string;
	readonly port: number;
	readonly db: number;
	readonly username: string | null;
	readonly password: string | null;
	readonly tls: boolean;
	/** As it may be shown: without the password. */
	readonly shown: string;
}

const PORT = 6379;

/** The address in `redis://[user:password@]host[:port][/db]`, or null for what is none. */
export function queueAddress(text: string): QueueAddress | null {
	if (!URL.canParse(text)) return null;
	const url = new URL(text);
	const isTls = url.protocol === "rediss:";
	const [, db = ""] = /^(?:\/(\d{1,5}))?\/?$/.exec(url.pathname) ?? [
		null,
		null,
	];
	if (
		db === null ||
		url.hostname === "" ||
		url.search !== "" ||
		url.hash !== ""
	)
		return null;
	if (!isTls && url.protocol !== "redis:") return null;
	const host = url.hostname.replace(/^\[|\]$/g, "");
	const port = url.port === "" ? PORT : Number(url.port);
	return {
		host,
		port,
		tls: isTls,
		db: Number(db ?? 0),
		username: url.username === "" ? null : decodeURIComponent(url.username),
		password: url.password === "" ? null : decodeURIComponent(url.password),
		shown: `${url.protocol}//${url.hostname}:${port}${db === "" ? "" : `/${db}`}`,
	};
}

/** As ioredis wants it: a command waits for as long as the connection is gone. */
export function connectionOptions(address: QueueAddress) {
	const { host, port, db, username, password, tls } = address;
	return {
		host,
		port,
		db,
		...(username === null ? {} : { username }),
		...(password === null ? {} : { password }),
		...(tls ? { tls: {} } : {}),
		maxRetriesPerRequest: null,
		retryStrategy: (times: number) => Math.min(100 * times, LONGEST_PAUSE),
	};
}

/** Between two attempts to connect, in milliseconds. */
const LONGEST_PAUSE = 1000;
