import type { Found } from "../../conversation/located.ts";
import { unpackedName } from "./byte-source.ts";
import type { Content, Take } from "./content.ts";
import { refuseUtf16 } from "./encoding.ts";
import { badLine, baseName, loneMessage } from "./lone-message.ts";
import type { Reading } from "./reading.ts";

/** What Android calls a message that came, and one that was sent. */
const CAME = "1";
const SENT = "2";

/**
 * Reads the XML that SMS Backup & Restore writes: elements `sms` with address, date,
 * type and body. It is read as a stream, and entities that the file declares are
 * refused: there is nothing to expand.
 * @returns the number of lines
 */
export async function readAndroid(
	content: Content,
	take: Take,
	{ sent }: Reading,
): Promise<number> {
	const sax = (await import("sax")).default;
	const { file } = content;
	const parser = sax.parser(true, {});
	const found: Found[] = [];
	let isBroken = false;
	let began = 1;
	parser.onopentagstart = () => {
		began = parser.line + 1;
	};
	parser.ondoctype = () => {
		if (isBroken) return;
		isBroken = true;
		const why = "a backup declares no document type";
		found.push(
			badLine({ file, line: parser.line + 1 }, "", parser.column, why),
		);
	};
	let isFirst = true;
	parser.onopentag = ({ name, attributes }) => {
		if (isFirst && !isBroken && name !== "smses") {
			isBroken = true;
			const why = `this is no backup of SMS Backup & Restore: it begins with <${name}>, not <smses>`;
			found.push(badLine({ file, line: began }, "", 0, why));
		}
		isFirst = false;
		const type = attributes.type;
		if (isBroken || name !== "sms" || type !== (sent ? SENT : CAME)) return;
		found.push(
			messageIn(file, began, attributes as Record<string, string>, sent),
		);
	};
	parser.onerror = (error) => {
		if (isBroken) return;
		isBroken = true;
		const [why = ""] = error.message.split("\n");
		found.push(
			badLine(
				{ file, line: parser.line + 1 },
				"",
				parser.column,
				why.startsWith("Max buffer length")
					? "a text of more than 65536 characters"
					: `this is not XML: ${why}`,
			),
		);
	};
	const decoder = new TextDecoder();
	const handOver = async () => {
		for (const each of found.splice(0)) if (!(await take(each))) return false;
		return !isBroken;
	};
	let isBeginning = true;
	for await (const chunk of content.chunks()) {
		if (isBeginning) refuseUtf16(file, chunk);
		isBeginning = false;
		parser.write(decoder.decode(chunk, { stream: true }));
		if (!(await handOver())) return parser.line + 1;
	}
	parser.close();
	await handOver();
	return parser.line + 1;
}

function messageIn(
	file: string,
	line: number,
	attributes: Readonly<Record<string, string>>,
	sent: boolean,
): Found {
	const { body, address = "", date = "" } = attributes;
	if (body === undefined)
		return badLine({ file, line }, "<sms …>", 0, "an sms without a body");
	return loneMessage(
		{ file, line },
		{
			id: `${baseName(unpackedName(file))}:${line}`,
			text: body,
			from: sent || address === "" ? null : address,
			at: /^\d{1,15}$/.test(date) ? Number(date) : null,
			replies: null,
		},
	);
}
