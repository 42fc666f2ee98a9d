/** A year before the ending, such as in `2026.pdf`, would be turned around in an Arabic name. */
const ENDING = /\d[\w-]*\.\w+$/;

/** A file's name in its own direction. */
export const FileName = ({ children }: { children: string }) => (
	<bdi>{children.replace(ENDING, "\u2066$&\u2069")}</bdi>
);
