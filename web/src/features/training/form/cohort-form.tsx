import { useTranslation } from "react-i18next";
import type { CohortInput } from "@/api/gen/types.gen.ts";
import { EditorForm, type EditorProps } from "@/ui/editor-form.tsx";
import { Attending } from "./attending.tsx";
import { Identity } from "./identity.tsx";
import { DaysAndPlace } from "./place.tsx";
import { Enrolling, Seats } from "./seats.tsx";
import { Trainers } from "./trainers.tsx";
import { type CohortTyped, faultsOf, toInput } from "./values.ts";

interface Props extends EditorProps<CohortTyped, CohortInput> {
	/** The name of its course, once it can no longer be chosen. */
	course?: string;
}

/** Everything that is written of a cohort, in sections. */
export function CohortForm({ course, ...props }: Props) {
	const { t } = useTranslation("training");
	return (
		<EditorForm
			{...props}
			faultsOf={faultsOf}
			words={(fault) => t(`fault.${fault}`)}
			toInput={toInput}
		>
			{(section) => (
				<>
					<Identity {...section} fixed={course} />
					<DaysAndPlace {...section} />
					<Trainers {...section} />
					<Attending {...section} />
					<Enrolling {...section} />
					<Seats {...section} />
				</>
			)}
		</EditorForm>
	);
}
