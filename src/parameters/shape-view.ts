import type { Shape } from "./kind.ts";

type ShapeOf = { readonly [S in Shape as S["type"]]: S };

/** One view of every kind, as a map. A new kind does not compile until the map has it. */
export type ShapeView<R> = {
	readonly [T in keyof ShapeOf]: (shape: ShapeOf[T]) => R;
};

/** Applies a view to a kind. */
export function viewShape<R>(view: ShapeView<R>, shape: Shape): R {
	return viewOf(view, shape.type, shape);
}

/** The type and its shape as a pair, which the compiler can follow through the map. */
function viewOf<R, T extends keyof ShapeOf>(
	view: ShapeView<R>,
	type: T,
	shape: ShapeOf[T],
): R {
	return view[type](shape);
}
