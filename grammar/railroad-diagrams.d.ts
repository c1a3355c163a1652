/** The part of the package that grammar/diagrams.ts uses; it has no types. */
declare module "railroad-diagrams" {
	/** A drawing that has a width, to be placed in another one. */
	export interface Drawing {
		readonly attrs: Record<string, string | number>;
	}

	export interface Diagram extends Drawing {
		/** Lays the diagram out with room around it, and sets its size. */
		format(top: number, right: number, bottom: number, left: number): this;
		toString(): string;
	}

	const railroad: {
		Diagram(...items: Drawing[]): Diagram;
		Sequence(...items: Drawing[]): Drawing;
		/** `normal` is the index of the alternative on the straight line. */
		Choice(normal: number, ...items: Drawing[]): Drawing;
		Optional(item: Drawing): Drawing;
		OneOrMore(item: Drawing, separator?: Drawing): Drawing;
		ZeroOrMore(item: Drawing, separator?: Drawing): Drawing;
		Terminal(text: string): Drawing;
		NonTerminal(text: string): Drawing;
	};
	export default railroad;
}
