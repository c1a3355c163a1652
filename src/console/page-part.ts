import { type Signal, signal } from "@preact/signals";

/** The parts of the page that opens from a file, as its address names them. */
export const pageParts = {
	message: "Message",
	compose: "Compose",
	site: "Site",
	reference: "Reference",
	try: "Try",
} as const;

export type PagePart = keyof typeof pageParts;

/** The part that the address names; the browser's way back goes through them. */
export function partInAddress(): Signal<PagePart> {
	const part = signal(read());
	addEventListener("hashchange", () => {
		part.value = read();
	});
	return part;
}

function read(): PagePart {
	const [named = ""] = location.hash.slice(1).split("&");
	return Object.hasOwn(pageParts, named) ? (named as PagePart) : "message";
}
