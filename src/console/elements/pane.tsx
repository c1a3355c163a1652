import type { ComponentChildren } from "preact";

/** A part of the page with a heading of its own. */
export function Pane({
	name,
	title,
	actions,
	children,
}: {
	/** Unlike those of all others; names the heading. */
	readonly name: string;
	readonly title: string;
	/** What stands beside the heading. */
	readonly actions?: ComponentChildren;
	readonly children: ComponentChildren;
}) {
	return (
		<section class={`pane ${name}`} aria-labelledby={`${name}-title`}>
			<header>
				<h2 id={`${name}-title`}>{title}</h2>
				{actions}
			</header>
			{children}
		</section>
	);
}
