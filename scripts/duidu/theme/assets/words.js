/**
 * The words of the interface. Made by scripts/make_words.py of the words in scripts/duidu/publish/words/.
 *
 * @typedef {typeof TRADITIONAL} Words
 */

const TRADITIONAL = {
  "colon": "：",
  "semicolon": "；",
  "note": "註 {number}",
  "close": "關閉",
  "placesInAll": "全文共 {count} 處",
  "readingSettings": "閱讀設定",
  "settings": {
    "size": {
      "name": "字級",
      "choices": {
        "1": "特小",
        "2": "小",
        "3": "中",
        "4": "大",
        "5": "特大"
      }
    },
    "leading": {
      "name": "行距",
      "choices": {
        "tight": "緊密",
        "normal": "適中",
        "loose": "寬鬆"
      }
    },
    "face": {
      "name": "字體",
      "choices": {
        "serif": "明體",
        "sans": "黑體"
      }
    },
    "palette": {
      "name": "配色",
      "choices": {
        "system": "跟隨系統",
        "default": "淺色",
        "sepia": "米黃",
        "slate": "深色"
      }
    },
    "pages": {
      "name": "頁碼",
      "choices": {
        "shown": "顯示",
        "hidden": "隱藏"
      }
    },
    "writing": {
      "name": "排版方向",
      "choices": {
        "horizontal": "橫排",
        "vertical": "直排"
      }
    }
  },
  "sample": "字",
  "reset": "恢復預設",
  "copy": "複製",
  "copyNamed": "複製 {name}",
  "copyQuotation": "複製引文",
  "copied": "已複製",
  "copyFailed": "無法複製",
  "mark": "標記",
  "report": "回報此處問題",
  "reportTitle": "回報：{source}",
  "reportText": "{quotation}\n\n網頁版本：{version}\n\n問題說明：\n",
  "marks": "我的標記",
  "offer": "本站有繁體版。",
  "offerLink": "閱讀繁體版",
  "resume": "接續上次閱讀",
  "resumeSection": "上次讀到「{section}」",
  "resumePage": "，頁 {page}",
  "dismiss": "不用了",
  "keys": "鍵盤快速鍵",
  "keysListed": {
    "?": "顯示這份說明",
    "/": "搜尋（或 Ctrl+K）",
    "Alt ↓": "下一段；再按 Enter，網址即指向該段",
    "Alt ↑": "上一段",
    "Esc": "關閉"
  },
  "keysOfText": {
    "Alt M": "我的標記"
  },
  "keysVertical": {
    "Space": "下一頁",
    "Shift Space": "上一頁",
    "← ↓": "往後兩行",
    "→ ↑": "往前兩行"
  },
  "showOriginals": "顯示原字",
  "original": "原字：{word}"
};

/** @type {Words} */
const SIMPLIFIED = {
  "colon": "：",
  "semicolon": "；",
  "note": "注 {number}",
  "close": "关闭",
  "placesInAll": "全文共 {count} 处",
  "readingSettings": "阅读设置",
  "settings": {
    "size": {
      "name": "字号",
      "choices": {
        "1": "特小",
        "2": "小",
        "3": "中",
        "4": "大",
        "5": "特大"
      }
    },
    "leading": {
      "name": "行距",
      "choices": {
        "tight": "紧凑",
        "normal": "适中",
        "loose": "宽松"
      }
    },
    "face": {
      "name": "字体",
      "choices": {
        "serif": "宋体",
        "sans": "黑体"
      }
    },
    "palette": {
      "name": "配色",
      "choices": {
        "system": "跟随系统",
        "default": "浅色",
        "sepia": "米黄",
        "slate": "深色"
      }
    },
    "pages": {
      "name": "页码",
      "choices": {
        "shown": "显示",
        "hidden": "隐藏"
      }
    },
    "writing": {
      "name": "排版方向",
      "choices": {
        "horizontal": "横排",
        "vertical": "竖排"
      }
    }
  },
  "sample": "字",
  "reset": "恢复默认",
  "copy": "复制",
  "copyNamed": "复制 {name}",
  "copyQuotation": "复制引文",
  "copied": "已复制",
  "copyFailed": "无法复制",
  "mark": "标记",
  "report": "反馈此处问题",
  "reportTitle": "反馈：{source}",
  "reportText": "{quotation}\n\n网页版本：{version}\n\n问题说明：\n",
  "marks": "我的标记",
  "offer": "本站有简体版。",
  "offerLink": "阅读简体版",
  "resume": "继续上次阅读",
  "resumeSection": "上次读到“{section}”",
  "resumePage": "，第 {page} 页",
  "dismiss": "不用了",
  "keys": "键盘快捷键",
  "keysListed": {
    "?": "显示这份说明",
    "/": "搜索（或 Ctrl+K）",
    "Alt ↓": "下一段；再按 Enter，网址即指向该段",
    "Alt ↑": "上一段",
    "Esc": "关闭"
  },
  "keysOfText": {
    "Alt M": "我的标记"
  },
  "keysVertical": {
    "Space": "下一页",
    "Shift Space": "上一页",
    "← ↓": "往后两行",
    "→ ↑": "往前两行"
  },
  "showOriginals": "显示原字",
  "original": "原字：{word}"
};

/** @type {Words} */
const ENGLISH = {
  "colon": ": ",
  "semicolon": "; ",
  "note": "Note {number}",
  "close": "Close",
  "placesInAll": "{count} places in all",
  "readingSettings": "Reading settings",
  "settings": {
    "size": {
      "name": "Text size",
      "choices": {
        "1": "Smallest",
        "2": "Small",
        "3": "Medium",
        "4": "Large",
        "5": "Largest"
      }
    },
    "leading": {
      "name": "Line spacing",
      "choices": {
        "tight": "Tight",
        "normal": "Normal",
        "loose": "Loose"
      }
    },
    "face": {
      "name": "Typeface",
      "choices": {
        "serif": "Serif",
        "sans": "Sans serif"
      }
    },
    "palette": {
      "name": "Colours",
      "choices": {
        "system": "System",
        "default": "Light",
        "sepia": "Sepia",
        "slate": "Dark"
      }
    },
    "pages": {
      "name": "Page numbers",
      "choices": {
        "shown": "Shown",
        "hidden": "Hidden"
      }
    },
    "writing": {
      "name": "Direction",
      "choices": {
        "horizontal": "Horizontal",
        "vertical": "Vertical"
      }
    }
  },
  "sample": "A",
  "reset": "Reset",
  "copy": "Copy",
  "copyNamed": "Copy {name}",
  "copyQuotation": "Copy quotation",
  "copied": "Copied",
  "copyFailed": "Could not copy",
  "mark": "Highlight",
  "report": "Report a problem here",
  "reportTitle": "Report: {source}",
  "reportText": "{quotation}\n\nVersion of the page: {version}\n\nWhat is wrong:\n",
  "marks": "My highlights",
  "offer": "There is an English front page.",
  "offerLink": "Go to it",
  "resume": "Continue reading",
  "resumeSection": "Continue reading: “{section}”",
  "resumePage": " (p. {page})",
  "dismiss": "No, thanks",
  "keys": "Keyboard shortcuts",
  "keysListed": {
    "?": "Show these keys",
    "/": "Search (or Ctrl+K)",
    "Alt ↓": "Next paragraph; then Enter for its address",
    "Alt ↑": "Previous paragraph",
    "Esc": "Close"
  },
  "keysOfText": {
    "Alt M": "My highlights"
  },
  "keysVertical": {
    "Space": "Next page",
    "Shift Space": "Previous page",
    "← ↓": "Two columns on",
    "→ ↑": "Two columns back"
  },
  "showOriginals": "Show the original characters",
  "original": "Original: {word}"
};

/** @type {Record<string, Words>} */
export const WORDS = { "zh-Hant": TRADITIONAL, "zh-Hans": SIMPLIFIED, en: ENGLISH };

/** Those of the page's language. */
export const words = WORDS[document.documentElement.lang] ?? TRADITIONAL;
