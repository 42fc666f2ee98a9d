interface WorkSearch {
	status?: string | undefined;
}

/** The work of participants, one state at a time: which there are is the page’s to know, for every visitor fetches this. */
export const assignmentSearch = ({ status }: WorkSearch): WorkSearch => ({ status });
