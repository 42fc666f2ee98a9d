/** Whether a page failed for a file of it that could not be fetched: its script, as browsers say it, or its styles, as the bundler does. */
export const isMissingFile = (error: unknown) =>
	/dynamically imported module|Importing a module script|Unable to preload CSS/.test(String(error));
