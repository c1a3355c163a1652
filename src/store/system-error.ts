import { messageOf } from "../error-message.ts";

/** The code of an error of the operating system (`ENOENT`), or null for any other. */
export function codeOf(error: unknown): string | null {
	return error instanceof Error &&
		"code" in error &&
		typeof error.code === "string"
		? error.code
		: null;
}

/** The operating system's reason in words. */
export function reasonOf(error: unknown): string {
	const code = codeOf(error);
	const reason = code === null ? undefined : reasons[code];
	if (reason !== undefined) return `${reason} (${code})`;
	return messageOf(error);
}

/**
 * What is said of any error: of one of the operating system the file and the reason in
 * words, where both are known.
 */
export function failureText(error: unknown): string {
	const code = codeOf(error);
	const place = placeOfError(error);
	if (place === null || code === null || !Object.hasOwn(reasons, code))
		return messageOf(error);
	return `${place}: ${reasonOf(error)}`;
}

/** The file that an error of the operating system is about: of two the one that is made. */
function placeOfError(error: unknown): string | null {
	if (!(error instanceof Error)) return null;
	const places = [
		"dest" in error ? error.dest : null,
		"path" in error ? error.path : null,
	];
	return places.find((place) => typeof place === "string") ?? null;
}

/** Why a file that somebody named cannot be read. */
export function whyUnread(error: unknown): string {
	// Of what is written ENOENT says that the folder is missing.
	return codeOf(error) === "ENOENT" ? "it is not there" : reasonOf(error);
}

const reasons: { readonly [code: string]: string } = {
	EACCES: "permission denied",
	// What is mounted by itself, as a file of a container, cannot be replaced or linked.
	EBUSY: "it is mounted by itself, without its folder",
	EDQUOT: "the disk quota is used up",
	EEXIST: "it is there already",
	EFBIG: "the file would be too large",
	EIO: "the disk does not answer",
	EISDIR: "it is a folder",
	ELOOP: "it is a symbolic link, or links lead in a circle",
	ENOENT: "its folder is not there",
	ENOSPC: "the disk is full",
	ENOTDIR: "its folder is a file",
	EPERM: "not permitted",
	EROFS: "the disk is read-only",
	EXDEV: "it is mounted by itself, without its folder",
};
