export default function asciiWrap(
	text: string,
	columns: number,
	options?: { readonly hard?: boolean },
): string;
