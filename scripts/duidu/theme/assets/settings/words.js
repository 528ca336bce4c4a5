/**
 * The reader's settings, as readers call them.
 *
 * @typedef {object} Words
 * @property {string} name of all
 * @property {string} sample a sign that shows how large the text is
 * @property {Record<string, { name: string, choices: Record<string, string> }>} settings the choices by value
 * @property {string} reset
 * @property {string} close
 */

/** @type {Record<string, Words>} */
export const WORDS = {
  "zh-Hant": {
    name: "閱讀設定",
    sample: "字",
    settings: {
      size: { name: "字級", choices: { 1: "特小", 2: "小", 3: "中", 4: "大", 5: "特大" } },
      leading: { name: "行距", choices: { tight: "緊密", normal: "適中", loose: "寬鬆" } },
      face: { name: "字體", choices: { serif: "明體", sans: "黑體" } },
      palette: { name: "配色", choices: { system: "跟隨系統", default: "淺色", sepia: "米黃", slate: "深色" } },
      pages: { name: "頁碼", choices: { shown: "顯示", hidden: "隱藏" } },
      writing: { name: "排版方向", choices: { horizontal: "橫排", vertical: "直排" } },
    },
    reset: "恢復預設",
    close: "關閉",
  },
  "zh-Hans": {
    name: "阅读设置",
    sample: "字",
    settings: {
      size: { name: "字号", choices: { 1: "特小", 2: "小", 3: "中", 4: "大", 5: "特大" } },
      leading: { name: "行距", choices: { tight: "紧凑", normal: "适中", loose: "宽松" } },
      face: { name: "字体", choices: { serif: "宋体", sans: "黑体" } },
      palette: { name: "配色", choices: { system: "跟随系统", default: "浅色", sepia: "米黄", slate: "深色" } },
      pages: { name: "页码", choices: { shown: "显示", hidden: "隐藏" } },
      writing: { name: "排版方向", choices: { horizontal: "横排", vertical: "竖排" } },
    },
    reset: "恢复默认",
    close: "关闭",
  },
  en: {
    name: "Reading settings",
    sample: "A",
    settings: {
      size: { name: "Text size", choices: { 1: "Smallest", 2: "Small", 3: "Medium", 4: "Large", 5: "Largest" } },
      leading: { name: "Line spacing", choices: { tight: "Tight", normal: "Normal", loose: "Loose" } },
      face: { name: "Typeface", choices: { serif: "Serif", sans: "Sans serif" } },
      palette: { name: "Colours", choices: { system: "System", default: "Light", sepia: "Sepia", slate: "Dark" } },
      pages: { name: "Page numbers", choices: { shown: "Shown", hidden: "Hidden" } },
      writing: { name: "Direction", choices: { horizontal: "Horizontal", vertical: "Vertical" } },
    },
    reset: "Reset",
    close: "Close",
  },
};
