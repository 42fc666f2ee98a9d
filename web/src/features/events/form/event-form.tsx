import { useTranslation } from "react-i18next";
import type { EventInput } from "@/api/gen/types.gen.ts";
import { EditorForm, type EditorProps } from "@/ui/editor-form.tsx";
import { DaysSection } from "./days.tsx";
import { Crafts, Identity } from "./identity.tsx";
import { PeopleSection } from "./people.tsx";
import { PlaceSection } from "./place.tsx";
import { ProgrammeSection } from "./programme.tsx";
import { type EventTyped, faultsOf, toInput } from "./values.ts";

interface Props extends EditorProps<EventTyped, EventInput> {
	/** The institution that organises it. */
	own: string;
}

/** Everything that is written of an event, in sections. */
export function EventForm({ own, ...props }: Props) {
	const { t } = useTranslation("events");
	return (
		<EditorForm
			{...props}
			faultsOf={faultsOf}
			words={(fault) => t(`fault.${fault}`)}
			toInput={toInput}
		>
			{(section) => (
				<>
					<Identity {...section} />
					<PlaceSection {...section} />
					<DaysSection {...section} />
					<Crafts {...section} />
					<ProgrammeSection {...section} />
					<PeopleSection {...section} own={own} />
				</>
			)}
		</EditorForm>
	);
}
