import { useTranslation } from "react-i18next";
import type { Gender, Office } from "@/api/gen/types.gen.ts";

/** The name of an office: of a woman or a man where it is known whose it is. */
export function useOffice(): (office: Office, gender?: Gender | null) => string {
	const { t } = useTranslation("common");
	return (office, gender) => t(gender ? `office.of.${gender}.${office}` : `office.${office}`);
}
