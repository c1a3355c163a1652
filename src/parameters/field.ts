import type { Kind, Value } from "./kind.ts";

/**
 * Something that the panel keeps, or that says where it is kept. Its range, its
 * default, its unit and its meaning are written here and nowhere else; a model
 * may narrow the kind, by the field's name.
 */
export interface Field<T extends Value = Value> {
	/** As in the table of fields: `userPin`. */
	readonly name: string;
	/** In words, as a diagnostic begins: `user PIN`. */
	readonly label: string;
	readonly kind: Kind<T>;
	/** The value on a panel fresh from the factory. */
	readonly initial: NoInfer<T>;
	readonly help: string;
	/** Masked except where the owner typed it. */
	readonly secret: boolean;
}

export type FieldDeclaration<T extends Value> = Omit<
	Field<T>,
	"name" | "secret"
> & { readonly secret?: boolean };

/** A field as declared; its name is given by `defineFields`. */
export function field<const T extends Value>(
	declaration: FieldDeclaration<T>,
): Field<T> {
	return { name: "", secret: false, ...declaration };
}

/** Names every field after its key. */
export function defineFields<const F extends Record<string, Field>>(
	fields: F,
): F {
	for (const [name, declared] of Object.entries(fields))
		Object.assign(declared, { name });
	return fields;
}
