/** What each part of a form gets. */
export interface SectionOf<Typed> {
	typed: Typed;
	onChange: (patch: Partial<Typed>) => void;
	/** What is said of each field, by pointer into what is sent. */
	said: Readonly<Record<string, string | undefined>>;
}
