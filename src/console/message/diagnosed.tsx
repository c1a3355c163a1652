import { useEffect, useRef, useState } from "preact/hooks";
import { windowAround } from "../../../grammar/message/caret.ts";
import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";

/** Columns that are sure to fit before the place has been measured. */
const NARROW = 38;

/** A message with a caret under each fault, what it is, and its hint. */
export function Diagnosed({
	text,
	diagnostics,
}: {
	readonly text: string;
	readonly diagnostics: readonly Diagnostic[];
}) {
	const [place, columns] = useColumns();
	return (
		<div class="diagnosed" ref={place}>
			{diagnostics.map((each) => (
				<div key={`${each.code} ${each.start}`}>
					<pre aria-hidden="true">{carets(text, each, columns)}</pre>
					<p>{each.message}</p>
					{each.hint !== null && <p class="hint">{each.hint}</p>}
				</div>
			))}
		</div>
	);
}

function carets(text: string, diagnostic: Diagnostic, columns: number): string {
	const { echo, before, under } = windowAround(text, diagnostic, columns);
	return `${echo}\n${" ".repeat(before)}${"^".repeat(Math.max(1, under))}`;
}

/** How many letters of the one width stand beside each other in an element. */
function useColumns() {
	const place = useRef<HTMLDivElement>(null);
	const [columns, setColumns] = useState(NARROW);
	useEffect(() => {
		const element = place.current;
		if (element === null) return;
		const observer = new ResizeObserver(() => {
			const letter = widthOfLetter(element);
			if (letter > 0) setColumns(Math.floor(element.clientWidth / letter));
		});
		observer.observe(element);
		return () => observer.disconnect();
	}, []);
	return [place, columns] as const;
}

function widthOfLetter(element: HTMLElement): number {
	const ruler = document.createElement("pre");
	ruler.style.cssText = "position:absolute;visibility:hidden";
	ruler.textContent = "0".repeat(10);
	element.append(ruler);
	const { width } = ruler.getBoundingClientRect();
	ruler.remove();
	return width / 10;
}
