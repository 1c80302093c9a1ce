"""The network: BERT encoder, mean and maximum over the tokens, one linear layer to the twelve logits."""

import torch
from torch import nn
from transformers import BertModel

from labels import LABELS


class Classifier(nn.Module):
    """ids, mask int64 [batch, length] -> logits [batch, 12]."""

    def __init__(self, encoder, dropout=0.1):
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(2 * encoder.config.hidden_size, len(LABELS))

    def forward(self, ids, mask):
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        weights = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1)
        highest = (hidden - (1 - weights) * 1e4).max(1).values
        return self.head(self.dropout(torch.cat([mean, highest], dim=-1)))


def open_classifier(folder, dropout=0.1):
    """A classifier on the encoder saved in `folder` (from_pretrained layout), head untrained."""
    encoder = BertModel.from_pretrained(
        folder,
        add_pooling_layer=False,
        attn_implementation="eager",  # as in distill.py
        hidden_dropout_prob=dropout,
        attention_probs_dropout_prob=dropout,
    )
    return Classifier(encoder, dropout)
