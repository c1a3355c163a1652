import type { Metafile } from "esbuild";

export interface BuiltPageSpec {
	readonly entry: string;
	readonly connects: string;
	/** Octets that it may have when it is packed by gzip. */
	readonly most: number;
}

export const pages: Readonly<Record<string, BuiltPageSpec>>;

export function buildPages(outdir: string): Promise<Metafile[]>;
