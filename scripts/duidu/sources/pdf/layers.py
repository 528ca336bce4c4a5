"""The layers (optional content) of a file: which of them are not shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duidu.sources.pdf.values import array, dictionary, name, object_id


def hidden_layers(catalog: Mapping[str, Any]) -> frozenset[int]:
    """The numbers of the objects that are layers which are off when the file is opened."""
    properties = dictionary(catalog.get("OCProperties"))
    default = dictionary(properties.get("D"))
    off = {object_id(layer) for layer in array(default.get("OFF"))}
    if name(default.get("BaseState")) == "OFF":
        on = {object_id(layer) for layer in array(default.get("ON"))}
        off |= {object_id(layer) for layer in array(properties.get("OCGs"))} - on
    return frozenset(off - {0})
