import { useTranslation } from "react-i18next";
import { NativeSelect } from "@/ui/native-select.tsx";
import type { Difference } from "./differences.ts";
import { useFieldLabel } from "./use-field-label.ts";

/** For each field on which two versions differ: which of them gives the value that stays. */
export function useKeepColumn<Side extends string>(
	sides: readonly { id: Side; label: string }[],
	chosen: (pointer: string) => Side,
	onChoose: (pointer: string, side: Side) => void,
) {
	const { t } = useTranslation("associations");
	const labelOf = useFieldLabel();
	return {
		header: t("duplicate.keep"),
		cell: ({ pointer }: Difference) => (
			<NativeSelect
				label={t("duplicate.keepOf", { label: labelOf(pointer) })}
				hideLabel
				options={sides}
				value={chosen(pointer)}
				onChange={(id) => {
					const side = sides.find((one) => one.id === id);
					if (side) onChoose(pointer, side.id);
				}}
			/>
		),
	};
}
