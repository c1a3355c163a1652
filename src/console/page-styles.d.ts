/** A page's styles, which the build puts into its one file. */
declare module "*.css";
