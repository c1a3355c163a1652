import { UsageError } from "./exit-code.ts";

/**
 * An address of this machine, as `127.0.0.1:8086`.
 *
 * @param option that names it: `--http`
 * @throws UsageError for what is no address, or one of other machines that is not exposed
 */
export function placeIn(
	option: string,
	where: string,
	expose: boolean,
	remedy = "; --expose allows that",
): { readonly host: string; readonly port: number; readonly isOpen: boolean } {
	const read = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+):(\d{1,5})$/i.exec(where);
	const [, written = "", port = ""] = read ?? [];
	if (read === null || Number(port) > 65_535)
		throw new UsageError(
			`${option}: HOST:PORT with an address of this machine, as 127.0.0.1:8086, not ${where}`,
		);
	const host = written.replace(/^\[|\]$/g, "");
	const isOpen = !isLoopback(host);
	if (isOpen && !expose)
		throw new UsageError(
			`${option}: ${host} is open to other machines${remedy}`,
		);
	return { host, port: Number(port), isOpen };
}

/** Whether only this machine can reach a host. */
export function isLoopback(host: string): boolean {
	return host === "localhost" || host === "::1" || /^127\./.test(host);
}
