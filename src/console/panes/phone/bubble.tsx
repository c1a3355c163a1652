import { shown } from "../../../../grammar/message/terminal-text.ts";
import { howMany } from "../../../how-many.ts";
import type { Measure } from "../../../sms/segments.ts";
import { localTime } from "../../../views/words/local-time.ts";
import { Diagnosed } from "../../message/diagnosed.tsx";
import type { Bubble } from "../../store/thread.ts";

/** One text of a thread, or the place where an answer would be. */
export function BubbleItem({
	bubble,
	timeZone,
	isLast,
}: {
	readonly bubble: Bubble;
	readonly timeZone: string;
	/** The reason of the last one is open, so that nobody has to look for it. */
	readonly isLast: boolean;
}) {
	const { kind, text, at, sms, verdict, why } = bubble;
	const time = localTime(at, timeZone);
	const isRefusal = kind === "received" && why !== null;
	return (
		<li class={`bubble ${kind}${isRefusal ? " refused" : ""}`}>
			<p class="text" dir="auto" title={time}>
				{kind === "silence" ? "no answer" : shown(text)}
			</p>
			<p class="meta">
				<span class="unseen">{directions[kind]} </span>
				<time dateTime={new Date(at).toISOString()}>{time.slice(11)}</time>
				{kind === "silence" || sms === null ? null : ` · ${measureText(sms)}`}
				{kind === "underway" ? " · on its way" : null}
				{verdict === null ? null : (
					<span class={verdict === "wrong" ? "wrong" : "verdict"}>
						{" "}
						· {verdict}
					</span>
				)}
			</p>
			{why === null ? null : (
				<details class="why" open={isLast}>
					<summary>why</summary>
					{why.kind === "silence" ? (
						<p>{why.reason}</p>
					) : (
						<>
							<Diagnosed text={why.text} diagnostics={why.diagnostics} />
							{why.form === null ? null : (
								<p>
									<code>{why.form}</code>
								</p>
							)}
						</>
					)}
				</details>
			)}
		</li>
	);
}

const directions: { readonly [K in Bubble["kind"]]: string } = {
	sent: "sent",
	underway: "sent",
	received: "received",
	silence: "silence",
};

/** `24 characters, gsm-7`, and how many SMS where it is more than one. */
function measureText({ characters, alphabet, parts }: Measure): string {
	const letters = `${howMany(characters, "character")}, ${alphabet}`;
	return parts > 1 ? `${letters}, ${parts} SMS` : letters;
}
