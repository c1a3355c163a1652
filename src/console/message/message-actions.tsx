import type { Signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { smsLink } from "../../sms/sms-link.ts";
import { QrPicture } from "./qr-picture.tsx";

/** The ways of a message out of the page: all of them leave the sending to a phone. */
export function MessageActions({
	number: typed,
	text,
	onText = null,
}: {
	/** The panel's, as it is typed. */
	readonly number: Signal<string>;
	readonly text: string;
	/** Texts it to the panel that the page shows. */
	readonly onText?: ((text: string) => void) | null;
}) {
	const [isDrawn, setDrawn] = useState(false);
	const number = typed.value.replaceAll(/[^\d+]/g, "");
	return (
		<div class="message-actions">
			<label class="field">
				<span>Panel's number</span>
				<input
					type="tel"
					autocomplete="off"
					placeholder="+…"
					value={typed.value}
					onInput={({ currentTarget }) => {
						typed.value = currentTarget.value;
					}}
				/>
			</label>
			<div class="buttons">
				{onText !== null && (
					<button type="button" onClick={() => onText(text)}>
						Text this panel
					</button>
				)}
				<a class="button" href={smsLink(number, text)}>
					Send
				</a>
				<CopyButton key={text} text={text} />
				<button
					type="button"
					aria-expanded={isDrawn}
					onClick={() => setDrawn(!isDrawn)}
				>
					QR
				</button>
			</div>
			{isDrawn && <QrPicture number={number} text={text} />}
		</div>
	);
}

type CopyResult = "copied" | "refused" | null;

/** Where a page may not use the clipboard, it hands out the text to be copied by hand. */
function CopyButton({ text }: { readonly text: string }) {
	const [result, setResult] = useState<CopyResult>(null);
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => {
		if (result === "refused") field.current?.select();
	}, [result]);
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(text);
			setResult("copied");
		} catch {
			setResult("refused");
		}
	};
	return (
		<>
			<button type="button" onClick={copy}>
				{result === "copied" ? "Copied" : "Copy"}
			</button>
			{result === "refused" && (
				<input ref={field} readOnly aria-label="Copy this" value={text} />
			)}
		</>
	);
}
