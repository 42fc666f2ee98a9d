import type { GradebookParticipant } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";

/** A line of the gradebook by name, with the association. */
export function Person({ of }: { of: GradebookParticipant }) {
	const { text } = useFormat();
	return (
		<>
			<b>
				<bdi>{of.participant_name}</bdi>
			</b>
			<br />
			<bdi className="quiet">{text(of.association_name)}</bdi>
		</>
	);
}
