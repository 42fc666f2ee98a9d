import { useTranslation } from "react-i18next";
import { Button } from "@/ui/button.tsx";
import { Copy, Trash } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import css from "./editor.module.css";
import type { Editor } from "./use-editor.ts";
import { GRIDS, TOOLS, type Tools } from "./use-tools.ts";

/** What is taken up to draw with, and what is done with what is chosen. */
export function Toolbar({ editor, tools }: { editor: Editor; tools: Tools }) {
	const { t } = useTranslation("plan");
	const none = editor.chosen.length === 0;
	return (
		<div className={css.toolbar}>
			<fieldset className={css.tools}>
				<legend className="visually-hidden">{t("tool.label")}</legend>
				{TOOLS.map((tool) => (
					<Button
						key={tool}
						small
						variant={tools.tool === tool ? "primary" : "secondary"}
						aria-pressed={tools.tool === tool}
						onPress={() => tools.take(tool)}
					>
						{t(`tool.${tool}`)}
					</Button>
				))}
			</fieldset>
			<div className={css.small}>
				<NativeSelect
					label={t("tool.outline")}
					options={[
						{ id: "rectangle", label: t("tool.rectangle") },
						{ id: "corners", label: t("tool.corners") },
					]}
					value={tools.corners ? "corners" : "rectangle"}
					onChange={(way) => tools.setCorners(way === "corners")}
				/>
			</div>
			<div className={css.small}>
				<NativeSelect
					label={t("tool.grid")}
					options={GRIDS.map((grid) => ({
						id: String(grid),
						label: t("tool.centimetres", { grid }),
					}))}
					value={String(tools.grid)}
					onChange={(grid) => tools.setGrid(Number(grid))}
				/>
			</div>
			<div className={css.tools}>
				<Button small isDisabled={!editor.canUndo} onPress={editor.undo}>
					{t("tool.undo")}
				</Button>
				<Button small isDisabled={!editor.canRedo} onPress={editor.redo}>
					{t("tool.redo")}
				</Button>
				<Button small isDisabled={none} onPress={tools.duplicate}>
					<Copy size={16} />
					{t("tool.duplicate")}
				</Button>
				<Button small variant="danger" isDisabled={none} onPress={tools.remove}>
					<Trash size={16} />
					{t("tool.remove")}
				</Button>
			</div>
		</div>
	);
}
