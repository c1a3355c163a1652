import { encode } from "uqr";

/** Light modules around a code: readers ask for four. */
const QUIET = 4;

/** A code that another phone reads as a message to write. */
export function QrPicture({
	number,
	text,
}: {
	readonly number: string;
	readonly text: string;
}) {
	const { data, size } = encode(
		number === "" ? text : `SMSTO:${number}:${text}`,
		{ border: QUIET },
	);
	const dark = data
		.flatMap((row, y) =>
			row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")),
		)
		.join("");
	return (
		<figure class="qr">
			<svg
				role="img"
				aria-label="QR code of the message"
				viewBox={`0 0 ${size} ${size}`}
				shape-rendering="crispEdges"
			>
				<rect width={size} height={size} fill="#fff" />
				<path d={dark} fill="#000" />
			</svg>
			<figcaption>
				{number === ""
					? "A phone that reads it shows the message as text."
					: `A phone that reads it writes the message to ${number}.`}{" "}
				The code and every PIN are in it in clear.
			</figcaption>
		</figure>
	);
}
